#include "core/settings/row_groups.h"

namespace gan {

namespace {

using enum SettingKind;
using enum SettingApplies;

} // namespace

std::vector<Setting> repeatingRows()
{
    return {
        {"seed", GE_TR("Seed"),
         GE_TR("Where all random numbers start: weights, data and noise. The same seed and the same settings "
               "give the "
               "same run, to the last bit, on the same kind of machine."),
         kRepeating, Integer, "1", Restart, 0, 4294967295.0},
        {"threads", GE_TR("Threads"),
         GE_TR("How many processor threads one calculation is spread over. Another number gives slightly "
               "other results, "
               "so it is part of the run. Small networks are fastest with one."),
         kRepeating, Integer, "1", Restart, 1, 64},
        {"device",
         GE_TR("Computed on"),
         GE_TR("Where the networks are computed. Noise and data are drawn on the processor either way, so a "
               "seed means the same numbers, but sums are rounded differently, and so the device is part of "
               "the run. Small networks are fastest on the processor."),
         kRepeating,
         Choice,
         "cpu",
         Restart,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"cpu", GE_TR("processor"), GE_TR("Every computer has one.")},
          {"cuda", GE_TR("graphics card (CUDA)"),
           GE_TR("Needs an NVIDIA graphics card and a LibTorch made for CUDA.")}}},
        {"measure_every", GE_TR("Measure every"),
         GE_TR(
             "Each time the iteration is a multiple of this, distances to the real data are measured, and a "
             "timeline keeps its pictures. Often means finer curves and slower training."),
         kRepeating, Integer, "50", Restart, 1, 1000000, SettingScale::Logarithmic, GE_TR("iterations")},
    };
}

} // namespace gan
