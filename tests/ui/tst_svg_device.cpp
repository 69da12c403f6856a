#include "tests/ui/ui_test.h"
#include "ui/export/svg/svg_device.h"

#include <QLabel>
#include <QPainter>
#include <QSvgRenderer>

using namespace gan;

namespace {

void paintAll(QPainter& painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, 0, 200, 120), Qt::white);
    painter.setFont(themeFont(16));
    painter.drawText(QPointF(10, 30), QStringLiteral("D(x) & <G>"));
    painter.setPen(QPen(QColor(200, 0, 0, 128), 3, Qt::DashLine));
    painter.drawLine(QPointF(10, 50), QPointF(190, 50));
    painter.setPen(QPen(Qt::blue, 2));
    painter.setBrush(QColor(0, 160, 0));
    painter.drawEllipse(QRectF(20, 60, 60, 40));
    painter.translate(140, 80);
    painter.rotate(-90);
    painter.scale(2, 2);
    painter.drawPolyline(QPolygonF({{-10, -10}, {10, 0}, {-10, 10}}));
    QImage dots(2, 2, QImage::Format_RGB32);
    dots.fill(Qt::magenta);
    painter.drawImage(QRectF(-15, 15, 10, 10), dots);
}

template <class Paint>
QByteArray svg(Paint paint)
{
    SvgDevice device({200, 120}, "A < B", "seed & more");
    QPainter painter(&device);
    paint(painter);
    painter.end();
    return device.document();
}

} // namespace

class TestSvgDevice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void looksLikeTheImage()
    {
        QImage direct(200, 120, QImage::Format_RGB32), back = direct;
        QPainter painter(&direct);
        paintAll(painter);
        painter.end();
        QSvgRenderer renderer(svg(paintAll));
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.defaultSize(), QSize(200, 120));
        back.fill(Qt::black);
        QPainter again(&back);
        renderer.render(&again);
        again.end();
        QVERIFY2(meanDifference(direct, back) < 1, qPrintable(QString::number(meanDifference(direct, back))));
    }

    void textIsCurvesAndTheDocumentSaysWhatItIs()
    {
        const QByteArray document = svg(paintAll);
        QVERIFY(!document.contains("<text") && !document.contains("font"));
        QVERIFY(document.contains("<title>A &lt; B</title>"));
        QVERIFY(document.contains("<desc>seed &amp; more</desc>"));
        QCOMPARE(document, svg(paintAll));
    }

    void clipsAreKept()
    {
        const QByteArray document = svg([](QPainter& painter) {
            painter.scale(2, 2);
            painter.setClipRect(10, 10, 20, 20);
            painter.drawLine(0, 0, 100, 60);
            painter.setClipping(false);
            painter.drawLine(0, 10, 100, 10);
        });
        QVERIFY(document.contains("<clipPath id=\"clip1\"><path d=\"M20 20L60 20L60 60L20 60L20 20Z\"/>"));
        QCOMPARE(document.count("<g "), 1);
        QCOMPARE(document.count("</g>"), 1);
        QVERIFY(document.indexOf("M0 20L200 20") > document.indexOf("</g>"));
    }

    void whatIsClippedAwayIsLeftOut()
    {
        const QByteArray document = svg([](QPainter& painter) {
            painter.setClipRect(QRect());
            painter.drawLine(0, 0, 100, 60);
        });
        QVERIFY(!document.contains("<path"));
    }

    /// A widget paints its children each in its own place and clip.
    void widgetsCanBePainted()
    {
        QWidget parent;
        parent.resize(200, 120);
        auto* label = new QLabel(QStringLiteral("seed 42"), &parent);
        label->setGeometry(50, 40, 100, 30);
        SvgDevice device({200, 120}, {}, {});
        parent.render(&device);
        QSvgRenderer renderer(device.document());
        QImage back(200, 120, QImage::Format_RGB32);
        QPainter again(&back);
        renderer.render(&again);
        again.end();
        QVERIFY(meanDifference(parent.grab().toImage().convertToFormat(QImage::Format_RGB32), back) < 1);
    }
};

QTEST_MAIN(TestSvgDevice)
#include "tst_svg_device.moc"
