#pragma once

#include "core/snapshot.h"

namespace gan {

/// The value of a curve at x, between its points; not a number beside them.
double heightAt(const Curve& curve, double x);
/// The density of the bin at x; not a number outside of the range.
double heightAt(const Histogram& histogram, double x);

} // namespace gan
