#pragma once

#include "core/data/picture_set.h"
#include "core/experiment.h"
#include "core/settings/setting_rows.h"

#include <QBuffer>
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QtEndian>

#include <cstring>
#include <string>
#include <vector>

namespace gan {

/// A file of NumPy's with this dictionary and these numbers.
template <class T>
QByteArray npyFile(const QByteArray& dictionary, const std::vector<T>& numbers, char version = 1)
{
    QByteArray text = dictionary + '\n', bytes = QByteArray("\x93NUMPY") + version + '\0';
    for (int shift = 0; shift < (version == 1 ? 16 : 32); shift += 8)
        bytes += static_cast<char>(text.size() >> shift & 255);
    bytes += text;
    return bytes.append(reinterpret_cast<const char*>(numbers.data()),
                        static_cast<qsizetype>(numbers.size() * sizeof(T)));
}

inline QByteArray npyDictionary(const QByteArray& type, const QByteArray& shape)
{
    return "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
}

/// A picture that no other number has: one color with a darker corner.
inline QImage numberedPicture(int number, int width = 40, int height = 40)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor((number * 37) % 256, (number * 91) % 256, (number * 53) % 256));
    for (int y = 0; y < height / 3; ++y)
        for (int x = 0; x < width / 3; ++x)
            image.setPixel(x, y, qRgb(number % 256, 10, 20));
    return image;
}

inline QByteArray encoded(const QImage& image, const char* format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 90);
    return buffer.data();
}

/// Checksums of the blocks of a PNG made right again, as far as blocks can be told: most damage would
/// otherwise be found before it is looked at.
inline QByteArray withChecksums(QByteArray png)
{
    qsizetype at = 8;
    while (at + 12 <= png.size()) {
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(png.constData() + at));
        if (length > png.size() - at - 12)
            break;
        quint32 crc = 0xffffffff;
        for (qsizetype i = at + 4; i < at + 8 + length; ++i) {
            crc ^= static_cast<unsigned char>(png[i]);
            for (int bit = 0; bit < 8; ++bit)
                crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
        }
        qToBigEndian(~crc, png.data() + at + 8 + length);
        at += 12 + length;
    }
    return png;
}

inline void writeBytes(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    file.open(QIODevice::WriteOnly);
    file.write(bytes);
}

/// `count` PNGs called 0.png, 1.png and so on.
inline void writePictures(const QString& folder, int count)
{
    for (int i = 0; i < count; ++i)
        writeBytes(folder + '/' + QString::number(i) + ".png", encoded(numberedPicture(i), "png"));
}

/// An experiment with the settings that name pictures, under any id.
inline Experiment pictureExperiment(const char* id)
{
    using enum SettingKind;
    constexpr auto restart = SettingApplies::Restart;
    constexpr auto linear = SettingScale::Linear;
    std::vector<Setting> rows = pickSettings({{"seed"}, {"lr_d"}, {"lr_g"}, {"steps_d"}, {"steps_g"}});
    rows.push_back({"data", "", "", "", Path, "", restart});
    rows.push_back({"side", "", "", "", Choice, "32", restart, 0, 0, linear, "", {{"32", ""}, {"64", ""}}});
    rows.push_back({"drawn_count", "", "", "", Integer, "64", restart, 64, 200000});
    rows.push_back({"drawn_seed", "", "", "", Integer, "1", restart, 0, 1e9});
    rows.push_back({"drawn_backgrounds",
                    "",
                    "",
                    "",
                    Choice,
                    "plain",
                    restart,
                    0,
                    0,
                    linear,
                    "",
                    {{"plain", ""}, {"random", ""}}});
    rows.push_back({"drawn_pose",
                    "",
                    "",
                    "",
                    Choice,
                    "varied",
                    restart,
                    0,
                    0,
                    linear,
                    "",
                    {{"fixed", ""}, {"varied", ""}}});
    rows.push_back({"drawn_glasses", "", "", "", Number, "0.3", restart, 0, 1});
    Experiment experiment{.id = id, .title = "", .summary = "", .settings = rows, .defaultIterations = 100};
    experiment.data.isPictures = true;
    return experiment;
}

} // namespace gan
