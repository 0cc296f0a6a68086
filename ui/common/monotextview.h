#pragma once

#include "ui/common/colors.h"

#include <QAbstractScrollArea>

namespace poolscope::ui {

class SecretClipboard;

// Long monospaced text (JSON, a token's own bytes), drawn line by line: 1 MB costs a QTextDocument half a second, this one
// nothing. Wraps at the view's width; selection by mouse and keyboard, Ctrl+A and Ctrl+C.
class MonoTextView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    struct Span
    {
        qsizetype begin = 0; // in characters
        qsizetype end = 0;
        ColorRole role = ColorRole::Text;
    };

    explicit MonoTextView(QWidget *parent = nullptr);

    QString text() const { return m_text; }
    qsizetype textSize() const { return m_text.size(); }
    QString textPart(qsizetype begin, qsizetype length) const { return m_text.mid(begin, length); }
    void setText(const QString &text, QList<Span> spans = {}); // spans: ordered, not overlapping
    const QList<Span> &spans() const { return m_spans; }
    void setCopyEnabled(bool enabled);                   // off: "hidden from copy unless asked"
    void setSecretClipboard(SecretClipboard *clipboard); // where copies of a secret text go; outlives the view
    QString selectedText() const;
    void selectAll();
    void copy() const;
    int lineCount() const { return int(m_lines.size()); }

    // In characters of the text; the selection reaches from the anchor to the cursor.
    qsizetype anchor() const { return m_anchor; }
    qsizetype cursor() const { return m_cursor; }
    void select(qsizetype anchor, qsizetype cursor);
    void scrollTo(qsizetype position);
    QRect rectAt(qsizetype position) const; // of one character, in the viewport
    qsizetype positionAt(const QPoint &point) const;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Line
    {
        qsizetype begin;
        qsizetype end;
    };

    qsizetype columnsThatFit() const;
    void breakLines();
    void setScrollRange();
    void paintLine(QPainter &painter, const Line &line, int baseline) const;
    void paintSelection(QPainter &painter, const Line &line, int top) const;
    qsizetype lineAt(qsizetype position) const;
    ColorRole roleAt(qsizetype position, qsizetype *until) const;

    QString m_text;
    QList<Span> m_spans;
    QList<Line> m_lines;
    qsizetype m_columns = 0; // the lines are broken for
    qsizetype m_anchor = 0;
    qsizetype m_cursor = 0;
    bool m_copyEnabled = true;
    SecretClipboard *m_secretClipboard = nullptr;
};

// Spans that colour JSON text: member names, strings, numbers and words.
QList<MonoTextView::Span> jsonSpans(const QString &json);

} // namespace poolscope::ui
