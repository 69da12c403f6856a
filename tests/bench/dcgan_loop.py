#!/usr/bin/env python3
"""The networks of faces in the training loop of the public PyTorch tutorial, on random pictures: the speed that the
program is compared with.

usage: dcgan_loop.py [SECONDS] [SIZE] [WIDTH] [BATCH] [LATENT] [THREADS] [LAYOUT]

LAYOUT is channels_last (the default, the faster one) or contiguous. Prints one line of JSON. As in the tutorial, D also learns in vain while G does, and both use the same G(z); as in our
defaults, only G has BatchNorm. One picture is its share of one update of D and one of G.
"""
import json
import math
import sys
import time

import torch
from torch import nn

WARM_UP = 5


def generator(size, width, latent):
    levels = int(math.log2(size)) - 3
    top = width * 2 ** levels
    layers = [nn.ConvTranspose2d(latent, top, 4, 1, 0, bias=False), nn.BatchNorm2d(top), nn.ReLU(True)]
    for i in range(levels, 0, -1):
        layers += [nn.ConvTranspose2d(width * 2 ** i, width * 2 ** (i - 1), 4, 2, 1, bias=False),
                   nn.BatchNorm2d(width * 2 ** (i - 1)), nn.ReLU(True)]
    return nn.Sequential(*layers, nn.ConvTranspose2d(width, 3, 4, 2, 1), nn.Tanh())


def discriminator(size, width):
    levels = int(math.log2(size)) - 3
    layers = [nn.Conv2d(3, width, 4, 2, 1), nn.LeakyReLU(0.2, True)]
    for i in range(levels):
        layers += [nn.Conv2d(width * 2 ** i, width * 2 ** (i + 1), 4, 2, 1), nn.LeakyReLU(0.2, True)]
    return nn.Sequential(*layers, nn.Conv2d(width * 2 ** levels, 1, 4, 1, 0))


class Loop:
    def __init__(self, size, width, batch, latent, layout):
        self.g, self.d = (network.to(memory_format=layout)
                          for network in (generator(size, width, latent), discriminator(size, width)))
        self.optimizer_g = torch.optim.Adam(self.g.parameters(), 2e-4, (0.5, 0.999))
        self.optimizer_d = torch.optim.Adam(self.d.parameters(), 2e-4, (0.5, 0.999))
        self.loss = nn.BCEWithLogitsLoss()
        self.pictures = torch.randn(batch, 3, size, size).contiguous(memory_format=layout)
        self.batch, self.latent = batch, latent

    def learn(self, pictures, target):
        out = self.d(pictures).view(-1)
        self.loss(out, torch.full_like(out, target)).backward()

    def iteration(self):
        self.d.zero_grad()
        self.learn(self.pictures, 0.9)
        fake = self.g(torch.randn(self.batch, self.latent, 1, 1))
        self.learn(fake.detach(), 0.0)
        self.optimizer_d.step()
        self.g.zero_grad()
        self.learn(fake, 1.0)
        self.optimizer_g.step()


def main():
    given = sys.argv[1:] + ["5", "32", "32", "64", "64", "2", "channels_last"][len(sys.argv) - 1:]
    seconds = float(given[0])
    size, width, batch, latent, threads = (int(text) for text in given[1:6])
    layout = {"channels_last": torch.channels_last, "contiguous": torch.contiguous_format}[given[6]]
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    loop = Loop(size, width, batch, latent, layout)
    for _ in range(WARM_UP):
        loop.iteration()
    iterations, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        loop.iteration()
        iterations += 1
    rate = iterations / (time.perf_counter() - start)
    print(json.dumps({"torch": torch.__version__, "iterations_per_second": rate, "pictures_per_second": rate * batch}))


if __name__ == "__main__":
    main()
