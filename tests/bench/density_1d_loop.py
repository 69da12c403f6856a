#!/usr/bin/env python3
"""The defaults of density-1d as a plain PyTorch loop: the speed that the program is compared with.

usage: density_1d_loop.py [SECONDS] [THREADS] [SEED]

Prints one line of JSON. One iteration is 5 updates of D and 1 of G on batches of 128.
"""
import json
import sys
import time

import torch
from torch import nn

BATCH, FAKE, REAL = 128, 0, 1
WARM_UP = 50


class Loop:
    def __init__(self):
        self.g = nn.Sequential(nn.Linear(1, 16), nn.ELU(), nn.Linear(16, 1))
        self.d = nn.Sequential(nn.Linear(1, 64), nn.ELU(), nn.Linear(64, 2), nn.LogSoftmax(dim=1))
        self.optimizer_g = torch.optim.SGD(self.g.parameters(), lr=1e-3)
        self.optimizer_d = torch.optim.SGD(self.d.parameters(), lr=1e-2)

    def noise(self, n):
        return torch.rand(n, 1)

    def real(self, n):
        return torch.randn(n, 1) * 1.5 + 5

    def step_d(self):
        fake = self.g(self.noise(BATCH)).detach()
        loss = -(self.d(self.real(BATCH))[:, REAL] + self.d(fake)[:, FAKE]).mean()
        self.optimizer_d.zero_grad()
        loss.backward()
        self.optimizer_d.step()
        return loss.item()

    def step_g(self):
        loss = -self.d(self.g(self.noise(BATCH)))[:, REAL].mean()
        self.optimizer_g.zero_grad()
        loss.backward()
        self.optimizer_g.step()
        return loss.item()

    def iteration(self):
        for _ in range(5):
            self.step_d()
        self.step_g()

    def quality(self, n=10000):
        """Mean, standard deviation and W1 distance to as many real values."""
        with torch.no_grad():
            made, real = (values.flatten().sort()[0] for values in (self.g(self.noise(n)), self.real(n)))
        return {"mean": made.mean().item(), "sd": made.std().item(), "w1": (made - real).abs().mean().item()}


def run(seconds):
    """How many iterations fit into so many seconds, and how long they really took."""
    loop = Loop()
    for _ in range(WARM_UP):
        loop.iteration()
    iterations, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        loop.iteration()
        iterations += 1
    return loop, iterations, time.perf_counter() - start


def main():
    given = sys.argv[1:] + ["5", "1", "1"][len(sys.argv) - 1:]
    seconds, threads, seed = float(given[0]), int(given[1]), int(given[2])
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    loop, iterations, took = run(seconds)
    print(json.dumps({"torch": torch.__version__, "threads": threads, "iterations": WARM_UP + iterations,
                      "iterations_per_second": iterations / took, **loop.quality()}))


if __name__ == "__main__":
    main()
