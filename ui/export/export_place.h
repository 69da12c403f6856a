#pragma once

#include <QWidget>

class QLineEdit;
class QSettings;

namespace gan {

/// Where an export goes: a path, typed or found in the folders. A suggested name follows what is exported
/// until a hand writes another one.
class ExportPlace : public QWidget {
    Q_OBJECT

public:
    explicit ExportPlace(QWidget* parent = nullptr);

    QString path() const;
    QLineEdit& field() const { return *m_path; }
    bool isSuggested() const;

    /// In the folder of now. `suffix`: of the file, with its dot; none for a folder.
    void suggest(const QString& name, const QString& suffix);
    /// Another format: the name stays.
    void setSuffix(const QString& suffix);

    void remember(QSettings& settings) const;
    void recall(const QSettings& settings);

Q_SIGNALS:
    void changed();

private:
    void browse();
    QString folder() const;
    void setFolder(const QString& folder);

    QLineEdit* m_path;
    QString m_suggested, m_suffix;
};

} // namespace gan
