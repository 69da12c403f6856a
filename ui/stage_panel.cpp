#include "ui/stage_panel.h"

#include "ui/help.h"
#include "ui/theme_size.h"
#include "ui/wheel_guard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace gan {

namespace {

constexpr int kMostEpochs = 10000, kFieldWidth = 66;
constexpr int kButtonWidth = 58, kWideButtonWidth = 76;

} // namespace

StagePanel::StagePanel(QWidget* parent)
    : QWidget(parent)
    , m_epochs(new QSpinBox)
{
    m_epochs->setRange(1, kMostEpochs);
    m_epochs->setObjectName(QStringLiteral("stageEpochs"));
    explain(
        m_epochs, tr("Epochs of a stage"),
        tr("For how many epochs the buttons below train. In one epoch D sees every real vector once; when "
           "G learns alone, its batches are counted."));
    setThemeSize(m_epochs, ThemeSize::FixedWidth, kFieldWidth);
    guardFromWheel(m_epochs);
    auto* label = new QLabel(tr("Epochs at a time"));
    label->setBuddy(m_epochs);
    auto* first = new QHBoxLayout;
    first->addWidget(label, 1);
    first->addWidget(m_epochs);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    const auto add = [&](const QString& text, const char* name, Networks networks, const QString& help) {
        auto* button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        explain(button, text, help);
        setThemeSize(button, ThemeSize::MinimumWidth,
                     networks == Networks::Both ? kWideButtonWidth : kButtonWidth);
        connect(button, &QPushButton::clicked, this,
                [this, networks] { Q_EMIT trainRequested(networks, m_epochs->value()); });
        buttons->addWidget(button, 1);
    };
    add(tr("Train D"), "trainD", Networks::DiscriminatorOnly,
        tr("Freezes G and trains D for so many epochs; then the run pauses. The networks are those of now."));
    add(tr("Train G"), "trainG", Networks::GeneratorOnly,
        tr("Freezes D and trains G for so many epochs; then the run pauses. The networks are those of now."));
    add(tr("Train both"), "trainBoth", Networks::Both,
        tr("Trains D and G in turn for so many epochs; then the run pauses. The networks are those of now."));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(4);
    box->addLayout(first);
    box->addLayout(buttons);
}

} // namespace gan
