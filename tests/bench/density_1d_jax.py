#!/usr/bin/env python3
"""The defaults of density-1d in JAX, compiled, a scan over many iterations: what a fast user would write.

usage: density_1d_jax.py [SECONDS]

Prints one line of JSON. One iteration is 5 updates of D and 1 of G on batches of 128, and its figures are kept, as the
program keeps them: both losses, the means of D(x) and D(G(z)), and of D(G(z)) after G's update.
"""
import json
import sys
import time

import jax
import jax.numpy as jnp

BATCH, UPDATES_D, RATE_D, RATE_G = 128, 5, 1e-2, 1e-3
FAKE, REAL = 0, 1
CHUNK = 500  # iterations of one call


def linear(key, inputs, outputs):
    """Weights and bias as PyTorch's default draws them."""
    bound = inputs ** -0.5
    weights, bias = jax.random.split(key)
    return (jax.random.uniform(weights, (inputs, outputs), minval=-bound, maxval=bound),
            jax.random.uniform(bias, (outputs,), minval=-bound, maxval=bound))


def perceptron(layers, x):
    (first, first_bias), (second, second_bias) = layers
    return jax.nn.elu(x @ first + first_bias) @ second + second_bias


def log_probabilities(d, x):
    return jax.nn.log_softmax(perceptron(d, x))


def loss_d(d, g, x, z):
    real, fake = log_probabilities(d, x), log_probabilities(d, perceptron(g, z))
    figures = jnp.exp(real[:, REAL]).mean(), jnp.exp(fake[:, REAL]).mean()
    return -(real[:, REAL] + fake[:, FAKE]).mean(), figures


def loss_g(g, d, z):
    said = log_probabilities(d, perceptron(g, z))[:, REAL]
    return -said.mean(), jnp.exp(said).mean()


def moved(layers, gradient, rate):
    return jax.tree_util.tree_map(lambda value, slope: value - rate * slope, layers, gradient)


def noise(key):
    return jax.random.uniform(key, (BATCH, 1))


def iteration(networks, key):
    g, d = networks
    keys = jax.random.split(key, 2 * UPDATES_D + 1)
    for update in range(UPDATES_D):
        x = jax.random.normal(keys[2 * update], (BATCH, 1)) * 1.5 + 5
        (value_d, (real, fake)), slope = jax.value_and_grad(loss_d, has_aux=True)(d, g, x, noise(keys[2 * update + 1]))
        d = moved(d, slope, RATE_D)
    (value_g, after), slope = jax.value_and_grad(loss_g, has_aux=True)(g, d, noise(keys[-1]))
    return (moved(g, slope, RATE_G), d), jnp.stack([value_d, value_g, real, fake, after])


@jax.jit
def chunk(networks, key):
    return jax.lax.scan(iteration, networks, jax.random.split(key, CHUNK))


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5
    keys = jax.random.split(jax.random.PRNGKey(0), 4)
    networks = [linear(keys[0], 1, 16), linear(keys[1], 16, 1)], [linear(keys[2], 1, 64), linear(keys[3], 64, 2)]
    networks, _ = chunk(networks, jax.random.PRNGKey(1))  # compiles
    jax.block_until_ready(networks)
    iterations, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        networks, figures = chunk(networks, jax.random.PRNGKey(iterations + 2))
        jax.block_until_ready(figures)
        iterations += CHUNK
    elapsed = time.perf_counter() - start
    made = perceptron(networks[0], jax.random.uniform(jax.random.PRNGKey(9), (10000, 1)))
    print(json.dumps({"iterations_per_second": iterations / elapsed, "jax": jax.__version__,
                      "mean": float(made.mean()), "sd": float(made.std())}))


if __name__ == "__main__":
    main()
