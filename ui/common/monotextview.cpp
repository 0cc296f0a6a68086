#include "ui/common/monotextview.h"

#include "ui/common/copyableid.h"
#include "ui/common/fonts.h"
#include "ui/common/monotextaccessible.h"
#include "ui/common/secretclipboard.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace poolscope::ui {

namespace {

constexpr int margin = 12;

// How many columns a character takes. Measuring each one costs seconds for a megabyte, so what may come from another font
// than the monospaced one counts double: a line is then rather too short than cut off.
qsizetype columnsOf(char16_t c)
{
    constexpr char16_t lastOfCyrillic = 0x52f;
    return c >= 0x20 && c <= lastOfCyrillic ? 1 : 2;
}

// Where the line that begins at `begin` ends: never beyond `end`, never between two surrogates.
qsizetype lineEnd(QStringView text, qsizetype begin, qsizetype end, qsizetype columns)
{
    const char16_t *const characters = text.utf16();
    qsizetype at = begin;
    for (qsizetype used = 0; at < end; ++at) {
        used += columnsOf(characters[at]);
        if (used > columns && at > begin)
            break;
    }
    if (at < end && at > begin + 1 && QChar::isLowSurrogate(characters[at]))
        --at;
    return at;
}

} // namespace

MonoTextView::MonoTextView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installMonoTextAccessible();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setFont(monospaceFont(font()));
    viewport()->setCursor(Qt::IBeamCursor);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void MonoTextView::setText(const QString &text, QList<Span> spans)
{
    m_text = text;
    m_spans = std::move(spans);
    m_anchor = m_cursor = 0;
    breakLines();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void MonoTextView::setCopyEnabled(bool enabled)
{
    m_copyEnabled = enabled;
}

QSize MonoTextView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().lineSpacing() * 12};
}

qsizetype MonoTextView::columnsThatFit() const
{
    const double width = qMax(20, viewport()->width() - 2 * margin);
    return qsizetype(qMax(1.0, width / QFontMetricsF(font()).horizontalAdvance(u'0')));
}

void MonoTextView::breakLines()
{
    m_lines.clear();
    m_columns = columnsThatFit();
    const QStringView all(m_text);
    for (qsizetype begin = 0; begin <= all.size();) {
        qsizetype end = all.indexOf(u'\n', begin);
        if (end < 0)
            end = all.size();
        qsizetype at = begin;
        do {
            const qsizetype next = lineEnd(all, at, end, m_columns);
            m_lines.push_back({at, next});
            at = next;
        } while (at < end);
        begin = end + 1;
    }
    setScrollRange();
}

void MonoTextView::setScrollRange()
{
    const int page = qMax(1, (viewport()->height() - 2 * margin) / fontMetrics().lineSpacing());
    verticalScrollBar()->setRange(0, qMax(0, int(m_lines.size()) - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(1);
}

qsizetype MonoTextView::lineAt(qsizetype position) const
{
    const auto next = std::upper_bound(m_lines.cbegin(), m_lines.cend(), position,
                                       [](qsizetype at, const Line &line) { return at < line.begin; });
    return qMax<qsizetype>(0, next - m_lines.cbegin() - 1);
}

void MonoTextView::select(qsizetype anchor, qsizetype cursor)
{
    m_anchor = qBound<qsizetype>(0, anchor, m_text.size());
    m_cursor = qBound<qsizetype>(0, cursor, m_text.size());
    viewport()->update();
}

void MonoTextView::scrollTo(qsizetype position)
{
    const auto row = int(lineAt(position));
    QScrollBar *bar = verticalScrollBar();
    if (row < bar->value() || row >= bar->value() + bar->pageStep())
        bar->setValue(row);
}

QRect MonoTextView::rectAt(qsizetype position) const
{
    if (m_lines.isEmpty())
        return {};
    const qsizetype row = lineAt(position);
    const Line &line = m_lines.at(row);
    const qsizetype at = qBound(line.begin, position, line.end);
    const auto left = int(QFontMetricsF(font()).horizontalAdvance(m_text.sliced(line.begin, at - line.begin)));
    const int width = fontMetrics().horizontalAdvance(m_text.mid(at, 1));
    const int step = fontMetrics().lineSpacing();
    return {margin + left, margin + (int(row) - verticalScrollBar()->value()) * step, width, step};
}

void MonoTextView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), color(ColorRole::Base, this));
    painter.setFont(font());
    const int step = fontMetrics().lineSpacing();
    int top = margin;
    for (qsizetype row = verticalScrollBar()->value(); row < m_lines.size() && top < viewport()->height(); ++row) {
        paintSelection(painter, m_lines.at(row), top);
        paintLine(painter, m_lines.at(row), top + fontMetrics().ascent());
        top += step;
    }
    if (hasFocus()) {
        painter.setPen(QPen(color(ColorRole::Accent, this), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void MonoTextView::paintLine(QPainter &painter, const Line &line, int baseline) const
{
    const QFontMetricsF metrics(font());
    double left = margin;
    for (qsizetype at = line.begin; at < line.end;) {
        qsizetype until = line.end;
        const ColorRole role = roleAt(at, &until);
        until = qMin(until, line.end);
        const QString piece = m_text.sliced(at, until - at);
        painter.setPen(color(role, this));
        painter.drawText(QPointF(left, baseline), piece);
        left += metrics.horizontalAdvance(piece);
        at = until;
    }
}

void MonoTextView::paintSelection(QPainter &painter, const Line &line, int top) const
{
    const qsizetype begin = qMax(line.begin, qMin(m_anchor, m_cursor));
    const qsizetype end = qMin(line.end, qMax(m_anchor, m_cursor));
    if (begin >= end)
        return;
    const QFontMetricsF metrics(font());
    const double left = metrics.horizontalAdvance(m_text.sliced(line.begin, begin - line.begin));
    const double width = metrics.horizontalAdvance(m_text.sliced(begin, end - begin));
    painter.fillRect(QRectF(margin + left, top, width, fontMetrics().lineSpacing()),
                     color(ColorRole::AccentGround, this));
}

ColorRole MonoTextView::roleAt(qsizetype position, qsizetype *until) const
{
    const auto next = std::upper_bound(m_spans.cbegin(), m_spans.cend(), position,
                                       [](qsizetype at, const Span &span) { return at < span.end; });
    if (next == m_spans.cend())
        return ColorRole::Text;
    if (position < next->begin) {
        *until = next->begin;
        return ColorRole::Text;
    }
    *until = next->end;
    return next->role;
}

qsizetype MonoTextView::positionAt(const QPoint &point) const
{
    if (m_lines.isEmpty())
        return 0;
    const int row = verticalScrollBar()->value() + (point.y() - margin) / fontMetrics().lineSpacing();
    const Line &line = m_lines.at(qBound(0, row, int(m_lines.size()) - 1));
    const QFontMetricsF metrics(font());
    qsizetype at = line.begin;
    while (at < line.end &&
           metrics.horizontalAdvance(m_text.sliced(line.begin, at + 1 - line.begin)) <= point.x() - margin)
        ++at;
    return at;
}

QString MonoTextView::selectedText() const
{
    return m_text.sliced(qMin(m_anchor, m_cursor), qAbs(m_cursor - m_anchor));
}

void MonoTextView::setSecretClipboard(SecretClipboard *clipboard)
{
    m_secretClipboard = clipboard;
}

void MonoTextView::selectAll()
{
    select(0, m_text.size());
}

void MonoTextView::copy() const
{
    if (!m_copyEnabled || m_anchor == m_cursor)
        return;
    if (m_secretClipboard)
        m_secretClipboard->copy(selectedText());
    else
        copyText(selectedText());
}

void MonoTextView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        verticalScrollBar()->setValue(event->key() == Qt::Key_Home ? 0 : verticalScrollBar()->maximum());
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void MonoTextView::mousePressEvent(QMouseEvent *event)
{
    m_cursor = positionAt(event->position().toPoint());
    if (!(event->modifiers() & Qt::ShiftModifier))
        m_anchor = m_cursor;
    viewport()->update();
}

void MonoTextView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_cursor = positionAt(event->position().toPoint());
    viewport()->update();
}

void MonoTextView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (columnsThatFit() == m_columns)
        return setScrollRange();
    const qsizetype top = m_lines.isEmpty() ? 0 : m_lines.at(verticalScrollBar()->value()).begin;
    breakLines();
    verticalScrollBar()->setValue(int(lineAt(top)));
}

void MonoTextView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        breakLines();
}

void MonoTextView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void MonoTextView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace poolscope::ui
