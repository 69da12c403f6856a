#pragma once

#include <QElapsedTimer>
#include <QString>

namespace gan {

/// Counts what a running run makes, and says how fast that is.
class RunSpeed {
public:
    /// Of the run that is shown: how many samples an iteration takes, 0 where that says nothing, and where
    /// the run, or its preset, ends.
    void setRun(std::int64_t batch, std::int64_t end);
    /// Counting begins anew.
    void begin();
    void countIterations(std::int64_t count, std::int64_t last);
    void countPicture();

    /// Rows come with pictures, and those of slow networks come seldom.
    bool saysSomething() const;
    /// With what a batch makes of it, and how long it will take to the end.
    QString iterationsText() const;
    QString picturesText() const;
    /// Empty before the first picture.
    QString ageText() const;

    /// As long as iterationsText() becomes.
    static QString longestText(bool withSamples);
    static QString longestPicturesText();
    static QString longestAgeText();

private:
    double seconds() const { return double(m_period.nsecsElapsed()) / 1e9; }

    QElapsedTimer m_period, m_sincePicture;
    std::int64_t m_iterations = 0, m_pictures = 0; ///< since begin()
    std::int64_t m_batch = 0, m_end = 0, m_iteration = 0;
};

} // namespace gan
