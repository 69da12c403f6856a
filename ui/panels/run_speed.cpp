#include "ui/panels/run_speed.h"

#include "ui/panels/status_line.h"
#include "ui/text/text.h"

#include <cmath>

namespace gan {

namespace {

constexpr double kLongestPeriod = 5; ///< seconds
constexpr int kMost = 88888;         ///< so wide are numbers as a rule

/// Slow runs have a place behind the point.
QString rateText(double perSecond)
{
    return perSecond < 9.95 ? QString::number(perSecond, 'f', 1) : groupedText(std::llround(perSecond));
}

/// "48 s", "3 min", "2 h".
QString durationText(double seconds)
{
    if (seconds < 100)
        return StatusLine::tr("%1 s").arg(std::llround(seconds));
    if (seconds < 100 * 60)
        return StatusLine::tr("%1 min").arg(std::llround(seconds / 60));
    return StatusLine::tr("%1 h").arg(groupedText(std::llround(seconds / 3600)));
}

} // namespace

void RunSpeed::setRun(std::int64_t batch, std::int64_t end)
{
    m_batch = batch;
    m_end = end;
    m_iteration = 0;
}

void RunSpeed::begin()
{
    m_iterations = 0;
    m_pictures = 0;
    m_period.start();
}

void RunSpeed::countIterations(std::int64_t count, std::int64_t last)
{
    m_iterations += count;
    m_iteration = last;
}

void RunSpeed::countPicture()
{
    ++m_pictures;
    m_sincePicture.start();
}

bool RunSpeed::saysSomething() const
{
    return m_iterations > 0 || seconds() >= kLongestPeriod;
}

QString RunSpeed::iterationsText() const
{
    const double perSecond = double(m_iterations) / seconds();
    QStringList parts = {StatusLine::tr("%1 iterations/s").arg(rateText(perSecond))};
    if (m_batch > 0)
        parts += StatusLine::tr("%1 samples/s").arg(groupedText(std::llround(perSecond * double(m_batch))));
    if (m_batch > 0 && m_iteration < m_end && perSecond > 0)
        parts += StatusLine::tr("%1 to iteration %2")
                     .arg(durationText(double(m_end - m_iteration) / perSecond), groupedText(m_end));
    return parts.join(QStringLiteral(", "));
}

QString RunSpeed::picturesText() const
{
    return StatusLine::tr("%1 pictures/s").arg(std::lround(double(m_pictures) / seconds()));
}

QString RunSpeed::ageText() const
{
    return m_sincePicture.isValid()
               ? StatusLine::tr("picture %1 ms old").arg(groupedText(m_sincePicture.elapsed()))
               : QString();
}

QString RunSpeed::longestText(bool withSamples)
{
    if (!withSamples)
        return StatusLine::tr("%1 iterations/s").arg(groupedText(kMost));
    return QStringList{StatusLine::tr("%1 iterations/s").arg(groupedText(kMost / 100)),
                       StatusLine::tr("%1 samples/s").arg(groupedText(kMost)),
                       StatusLine::tr("%1 to iteration %2").arg(durationText(88), groupedText(kMost))}
        .join(QStringLiteral(", "));
}

QString RunSpeed::longestPicturesText()
{
    return StatusLine::tr("%1 pictures/s").arg(kMost / 100);
}

QString RunSpeed::longestAgeText()
{
    return StatusLine::tr("picture %1 ms old").arg(groupedText(kMost));
}

} // namespace gan
