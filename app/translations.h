#pragma once

namespace gan {

/// Loads the program's texts, and those of Qt's own dialogs, in the system's language where there is a
/// translation. They are looked for in translations/ beside the program and in
/// ../share/gan-explorer/translations from there; CONTRIBUTING.md says how one is made. Call it once, when
/// there is a QCoreApplication.
void loadTranslations();

} // namespace gan
