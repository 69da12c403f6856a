#!/usr/bin/env python3
"""Stage 1 of the experiment signal as a plain PyTorch loop: D learns alone, k = 2, batch 5.

usage: signal_loop.py [SECONDS] [THREADS] [SEED]

Prints one line of JSON. One update is what the program does in an iteration with steps_d=1 and steps_g=0: the
generator applies its matrix along each axis, all in double precision.
"""
import json
import sys
import time

import torch
from torch import nn

K, BATCH, VECTORS = 2, 5, 100
N = 2 ** K
WARM_UP = 200


def product(a, z):
    """(A (x) ... (x) A) z for each row of z: the last axis goes through A and becomes the first, k times."""
    for _ in range(K):
        z = (z.reshape(-1, N // 2, 2) @ a.T).transpose(1, 2)
    return z.reshape(-1, N)


class Loop:
    def __init__(self):
        self.student = torch.rand(2, 2, dtype=torch.float64) * 2 - 1
        teacher = torch.tensor([[1, 0.5], [1, 0.5]], dtype=torch.float64)
        self.real = torch.tanh(product(teacher, torch.rand(VECTORS, N, dtype=torch.float64)))
        self.d = nn.Sequential(nn.Linear(N, N), nn.LeakyReLU(0.01), nn.Linear(N, 1)).double()
        self.optimizer = torch.optim.SGD(self.d.parameters(), lr=0.01, momentum=0.9)
        self.order, self.place = torch.randperm(VECTORS), 0

    def batch(self):
        if self.place == VECTORS:
            self.order, self.place = torch.randperm(VECTORS), 0
        self.place += BATCH
        return self.real[self.order[self.place - BATCH:self.place]]

    def update(self):
        with torch.no_grad():
            fake = torch.tanh(product(self.student, torch.rand(BATCH, N, dtype=torch.float64)))
        on_real, on_fake = self.d(self.batch()).squeeze(1), self.d(fake).squeeze(1)
        loss = nn.functional.softplus(-on_real).mean() + nn.functional.softplus(on_fake).mean()
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return loss.item()


def main():
    given = sys.argv[1:] + ["5", "1", "1"][len(sys.argv) - 1:]
    seconds, threads, seed = float(given[0]), int(given[1]), int(given[2])
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    loop = Loop()
    for _ in range(WARM_UP):
        loss = loop.update()
    updates, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        loss = loop.update()
        updates += 1
    print(json.dumps({"torch": torch.__version__, "threads": threads, "loss": loss,
                      "updates_per_second": updates / (time.perf_counter() - start)}))


if __name__ == "__main__":
    main()
