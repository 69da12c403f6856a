#include "core/settings/row_groups.h"

namespace gan {

namespace {

using enum SettingKind;
using enum SettingApplies;

} // namespace

std::vector<Setting> repeatingRows()
{
    return {
        {.key = "seed",
         .label = GE_TR("Seed"),
         .help = GE_TR(
             "Where all random numbers start: weights, data and noise. The same seed and the same settings "
             "give the "
             "same run, to the last bit, on the same kind of machine."),
         .group = kRepeating,
         .kind = Integer,
         .defaultText = "1",
         .applies = Restart,
         .minimum = 0,
         .maximum = 4294967295.0},
        {.key = "threads",
         //: of the processor
         .label = GE_TR("Threads"),
         .help =
             GE_TR("How many processor threads one calculation is spread over. With pictures, another number "
                   "gives slightly other results, so it is part of the run. Small networks always use one."),
         .group = kRepeating,
         .kind = Integer,
         .defaultText = "1",
         .applies = Restart,
         .minimum = 1,
         .maximum = 64},
        {.key = "device",
         .label = GE_TR("Computed on"),
         .help = GE_TR(
             "Where the networks are computed. Noise and data are drawn on the processor either way, so a "
             "seed means the same numbers, but sums are rounded differently, and so the device is part of "
             "the run. Small networks are fastest on the processor."),
         .group = kRepeating,
         .kind = Choice,
         .defaultText = "cpu",
         .applies = Restart,
         .choices = {{"cpu", GE_TR("processor"), GE_TR("Every computer has one.")},
                     {"cuda", GE_TR("graphics card (CUDA)"),
                      GE_TR("Needs an NVIDIA graphics card and a LibTorch made for CUDA.")}}},
        {.key = "measure_every",
         .label = GE_TR("Measure every"),
         .help = GE_TR(
             "Each time the iteration is a multiple of this, distances to the real data are measured, and a "
             "timeline keeps its pictures. Often means finer curves and slower training."),
         .group = kRepeating,
         .kind = Integer,
         .defaultText = "50",
         .applies = Restart,
         .minimum = 1,
         .maximum = 1000000,
         .scale = SettingScale::Logarithmic,
         .unit = GE_TR("iterations")},
    };
}

} // namespace gan
