#include "ui/drawing/drawing_dialog.h"

#include "core/error.h"
#include "ui/drawing/drawing_canvas.h"
#include "ui/drawing/point_file.h"
#include "ui/editors/field_message.h"
#include "ui/editors/number_editor.h"
#include "ui/style/flat_style.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace gan {

namespace {

constexpr const char* kFileFilter = GE_TR("CSV files (*.csv *.txt);;All files (*)");

/// A length on the canvas.
Setting lengthRow(const char* key, const char* label, const char* help, const char* value, double most)
{
    return {.key = key,
            .label = label,
            .help = help,
            .group = "",
            .kind = SettingKind::Number,
            .defaultText = value,
            .maximum = most};
}

/// A slider for one of the brush's lengths.
NumberEditor* lengthEditor(DrawingCanvas& canvas, const Setting& row, double Brush::*length)
{
    auto* editor = new NumberEditor(row, nullptr);
    editor->setValue(canvas.brush().*length);
    QObject::connect(editor, &SettingEditor::edited, &canvas,
                     [&canvas, length, editor](const SettingValue& value) {
                         Brush brush = canvas.brush();
                         brush.*length = std::get<double>(value);
                         canvas.setBrush(brush);
                         editor->setValue(value);
                     });
    return editor;
}

} // namespace

DrawingDialog::DrawingDialog(const PointList& points, QWidget* parent)
    : QDialog(parent)
    , m_canvas(new DrawingCanvas)
    , m_count(new QLabel)
{
    setWindowTitle(tr("Draw a distribution"));
    setAttribute(Qt::WA_DeleteOnClose);
    explain(m_canvas, tr("Canvas"),
            tr("Paint points with the mouse or a pen: the generator learns to make points like these. With "
               "the keyboard, arrow keys move the brush, Shift and arrow keys paint, and Space paints in "
               "place."));
    auto* box = new QHBoxLayout(this);
    box->addWidget(m_canvas, 1);
    box->addWidget(makeTools());
    if (points.size() > 0) {
        m_canvas->drawing().replace(points);
        m_canvas->drawing().forgetUndo();
    }
    connect(m_canvas, &DrawingCanvas::changed, this, &DrawingDialog::showCount);
    showCount();
    m_canvas->setFocus();
}

QWidget* DrawingDialog::makeTools()
{
    auto* tools = new QWidget;
    auto* box = new QVBoxLayout(tools);
    box->setContentsMargins(8, 0, 0, 0);
    box->addWidget(lengthEditor(
        *m_canvas,
        lengthRow("brush", GE_TR("Brush size"),
                  GE_TR("The radius of the brush, relative to the canvas. Points fall evenly on its disc."),
                  "0.03", 0.3),
        &Brush::radius));
    box->addWidget(lengthEditor(
        *m_canvas,
        lengthRow("jitter", GE_TR("Jitter"),
                  GE_TR("How far points are scattered besides, as the deviation of a normal distribution, "
                        "relative to the canvas."),
                  "0.01", 0.1),
        &Brush::jitter));
    box->addWidget(makeEraser());
    addButtons(*box);
    return tools;
}

QWidget* DrawingDialog::makeEraser()
{
    auto* eraser = new QCheckBox(tr("Eraser"));
    eraser->setObjectName(QStringLiteral("eraser"));
    explain(eraser, eraser->text(), tr("The brush takes away the points on its disc."));
    connect(eraser, &QCheckBox::toggled, this, [this](bool erases) {
        Brush brush = m_canvas->brush();
        brush.erases = erases;
        m_canvas->setBrush(brush);
    });
    return eraser;
}

void DrawingDialog::addButtons(QVBoxLayout& box)
{
    m_undo = addButton(box, "undoStroke", tr("Undo"), tr("Takes back the last stroke."), [this] {
        m_canvas->drawing().undo();
        m_canvas->refresh();
    });
    m_undo->setShortcut(QKeySequence::Undo);
    m_clear = addButton(box, "clearDrawing", tr("Clear"), tr("Takes away all points. Undo brings them back."),
                        [this] {
                            m_canvas->drawing().clear();
                            m_canvas->refresh();
                        });
    addButton(box, "openPoints", tr("Open…"),
              tr("Takes the points of a CSV file with two numbers a line. Points outside of the canvas are "
                 "moved and "
                 "scaled into it."),
              [this] { askForFile(); });
    m_save = addButton(box, "savePoints", tr("Save…"),
                       tr("Writes the points to a CSV file with two numbers a line."),
                       [this] { askWhereToSave(); });
    box.addStretch();
    box.addWidget(m_count);
    m_use = addButton(box, "useDrawing", tr("Use these points"),
                      tr("Closes this window. The run uses the points after \"Apply and reset\"."), [this] {
                          Q_EMIT drawn(m_canvas->drawing().list());
                          close();
                      });
    FlatStyle::setAccent(m_use);
}

QPushButton* DrawingDialog::addButton(QVBoxLayout& box, const char* name, const QString& text,
                                      const QString& help, const std::function<void()>& act)
{
    auto* button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    explain(button, text, help);
    connect(button, &QPushButton::clicked, this, act);
    box.addWidget(button);
    return button;
}

void DrawingDialog::showCount()
{
    const auto count = int(m_canvas->drawing().points().size());
    m_count->setText(count == int(kMostPoints) ? tr("%1 points: no more fit").arg(groupedText(count))
                                               : tr("%n point(s)", nullptr, count));
    m_undo->setEnabled(m_canvas->drawing().canUndo());
    for (QPushButton* button : {m_clear, m_save, m_use})
        button->setEnabled(count > 0);
}

void DrawingDialog::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("Open points"), {}, translated(kFileFilter));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DrawingDialog::open);
    dialog->show();
}

void DrawingDialog::askWhereToSave()
{
    auto* dialog = new QFileDialog(this, tr("Save points"), {}, translated(kFileFilter));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &DrawingDialog::save);
    dialog->show();
}

void DrawingDialog::open(const QString& path)
{
    try {
        m_canvas->drawing().replace(onCanvas(readPoints(path)));
        m_canvas->refresh();
    } catch (const Error& error) {
        showFieldMessage(m_save, translated(error.text()));
    }
}

void DrawingDialog::save(const QString& path)
{
    try {
        writePoints(path, m_canvas->drawing().list());
    } catch (const Error& error) {
        showFieldMessage(m_save, translated(error.text()));
    }
}

} // namespace gan
