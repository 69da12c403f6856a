#include "core/data/area_filter.h"

#include <QTest>

#include <vector>

using namespace gan;

namespace {

/// A gray picture, filtered; one byte for each new pixel.
std::vector<int> filtered(int from, const std::vector<int>& gray, int to)
{
    std::vector<std::uint8_t> rgb(static_cast<std::size_t>(to * to * 3));
    const auto row = [&](int y, std::uint8_t* pixels) {
        for (int i = 0; i < from * 3; ++i)
            pixels[i] = static_cast<std::uint8_t>(gray[static_cast<std::size_t>(y * from + i / 3)]);
    };
    areaFilter(from, row, to, rgb.data());
    std::vector<int> result;
    for (std::size_t i = 0; i < rgb.size(); i += 3)
        result.push_back(rgb[i]);
    return result;
}

} // namespace

class TestAreaFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameSizeIsTheSame() { QCOMPARE(filtered(2, {1, 2, 3, 255}, 2), (std::vector{1, 2, 3, 255})); }
    void halfIsTheMeanOfFour()
    {
        QCOMPARE(filtered(4, {0, 4, 9, 9, 8, 12, 9, 9, 1, 1, 0, 0, 1, 1, 255, 255}, 2),
                 (std::vector{6, 9, 1, 128}));
    }
    void partsOfPixelsCountByTheirArea()
    {
        // 3 to 2: a new pixel is 1.5 old ones wide. (1 + 0.5 * 2 + 0.5 * 4 + 0.25 * 8) * 10 / 2.25
        QCOMPARE(filtered(3, {10, 20, 0, 40, 80, 0, 0, 0, 0}, 2)[0], 27);
        QCOMPARE(filtered(3, {90, 0, 0, 0, 0, 0, 0, 0, 0}, 2), (std::vector{40, 0, 0, 0}));
    }
    void largerIsSharp() { QCOMPARE(filtered(1, {77}, 3), std::vector(9, 77)); }
    void channelsStayApart()
    {
        std::vector<std::uint8_t> rgb(3);
        areaFilter(
            2,
            [](int y, std::uint8_t* p) {
                std::copy_n(std::vector<int>{y, 100, 200, y, 110, 210}.begin(), 6, p);
            },
            1, rgb.data());
        QCOMPARE(rgb, (std::vector<std::uint8_t>{1, 105, 205}));
    }
    void whiteStaysWhite()
    {
        for (const int from : {9, 25, 63, 300})
            QCOMPARE(filtered(from, std::vector(static_cast<std::size_t>(from * from), 255), 32),
                     std::vector(1024, 255));
    }
};

QTEST_APPLESS_MAIN(TestAreaFilter)
#include "tst_area_filter.moc"
