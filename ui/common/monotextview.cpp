#include "ui/common/monotextview.h"

#include "ui/common/copyableid.h"
#include "ui/common/fonts.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace poolscope::ui {

namespace {

constexpr int margin = 12;

bool isPlainAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

// How many characters of `text` fit into `width`; at least one.
qsizetype fitting(QStringView text, double width, const QFontMetricsF &metrics)
{
    qsizetype low = 1;
    qsizetype high = text.size();
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (metrics.horizontalAdvance(text.left(middle).toString()) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    if (low < text.size() && low > 1 && text.at(low).isLowSurrogate())
        --low;
    return low;
}

} // namespace

MonoTextView::MonoTextView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
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

void MonoTextView::breakLines()
{
    m_lines.clear();
    const QFontMetricsF metrics(font());
    const double width = qMax(20, viewport()->width() - 2 * margin);
    const auto columns = qsizetype(qMax(1.0, width / metrics.horizontalAdvance(u'0')));
    const QStringView all(m_text);
    for (qsizetype begin = 0; begin <= all.size();) {
        qsizetype end = all.indexOf(u'\n', begin);
        if (end < 0)
            end = all.size();
        const bool plain = isPlainAscii(all.sliced(begin, end - begin));
        qsizetype at = begin;
        do {
            const qsizetype left = end - at;
            const QStringView rest = all.sliced(at, qMin(left, columns * 4));
            const qsizetype take = plain ? qMin(left, columns) : left == 0 ? 0 : fitting(rest, width, metrics);
            m_lines.push_back({at, at + take});
            at += take;
        } while (at < end);
        begin = end + 1;
    }
    const int page = qMax(1, (viewport()->height() - 2 * margin) / fontMetrics().lineSpacing());
    verticalScrollBar()->setRange(0, qMax(0, int(m_lines.size()) - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(1);
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

void MonoTextView::selectAll()
{
    m_anchor = 0;
    m_cursor = m_text.size();
    viewport()->update();
}

void MonoTextView::copy() const
{
    if (m_copyEnabled && m_anchor != m_cursor)
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
    breakLines();
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
