#pragma once

#include <QFormLayout>
#include <QLabel>
#include <QString>
#include <QWidget>

namespace gan {

/// A field with its label, which is its name for a screen reader too. `row`: what stands in the form, where
/// that is more than the field.
inline void addFormRow(QFormLayout& form, const QString& label, QWidget* field, QWidget* row = nullptr)
{
    auto* name = new QLabel(label);
    name->setBuddy(field);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    form.addRow(name, row ? row : field);
}

} // namespace gan
