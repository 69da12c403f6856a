#include "ui/text/run_words.h"

#include "core/experiment.h"
#include "ui/editors/typed_value.h"
#include "ui/text/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace gan {

namespace {

constexpr std::size_t kMostChanges = 8; ///< named one by one

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

} // namespace

QString settingWords(const Experiment& experiment, const std::string& key, const SettingValue& value)
{
    const Setting& setting = experiment.setting(key);
    return RunWords::tr("%1: %2").arg(translated(setting.label), shownValue(setting, value));
}

std::vector<std::string> differencesThatCount(const Settings& settings, const Settings& other)
{
    std::vector<std::string> keys = settings.differencesFrom(other);
    std::erase_if(keys, [&](const std::string& key) {
        const Setting& setting = settings.experiment().setting(key);
        return !settings.isVisible(setting) && !other.isVisible(setting);
    });
    return keys;
}

QString changesInWords(const Run& run)
{
    QStringList list;
    for (const Event& event : run.events) {
        if (std::size_t(list.size()) == kMostChanges) {
            list += RunWords::tr("and %n more", nullptr, int(run.events.size() - kMostChanges));
            break;
        }
        list += RunWords::tr("%1 after iteration %2")
                    .arg(settingWords(run.settings.experiment(), event.key, event.value),
                         groupedText(event.iteration));
    }
    return list.join(QStringLiteral("; "));
}

} // namespace gan
