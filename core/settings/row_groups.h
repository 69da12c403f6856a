#pragma once

#include "core/settings/setting.h"

// The parts of the tables of settings, a file for each subject.
namespace gan {

/// The titles below which rows stand in the window.
inline constexpr const char* kLearning = GE_TR("Learning");
inline constexpr const char* kLoss = GE_TR("Loss");
inline constexpr const char* kOptimizers = GE_TR("Optimizers");
inline constexpr const char* kNetworks = GE_TR("Networks");
inline constexpr const char* kData = GE_TR("Data and noise");
inline constexpr const char* kLooking = GE_TR("What is shown");
inline constexpr const char* kPictures = GE_TR("Pictures");
inline constexpr const char* kRepeating = GE_TR("Repeating and measuring");

std::vector<Setting> learningRows();
std::vector<Setting> lossRows();
std::vector<Setting> optimizerRows();
std::vector<Setting> networkRows();
std::vector<Setting> noiseRows();
std::vector<Setting> repeatingRows();

/// Rows that one experiment has for itself, and those of its View. They are no part of settingRows(), so two
/// experiments may use one key for different things: `data` of faces is a file or folder, that of density-1d
/// a distribution.
std::vector<Setting> densityRows();
std::vector<Setting> signalRows();
std::vector<Setting> signalViewRows();
std::vector<Setting> planeRows();
std::vector<Setting> planeViewRows();
std::vector<Setting> pictureRows();
std::vector<Setting> pictureViewRows();

} // namespace gan
