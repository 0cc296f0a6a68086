#include "ui/guide/pastefield.h"

#include <QMimeData>

namespace poolscope::ui {

namespace {

constexpr qsizetype longestPaste = 64 * 1024;
constexpr int shownLines = 3;

} // namespace

PasteField::PasteField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(true);
    const int margins = int(document()->documentMargin()) * 2 + frameWidth() * 2;
    setFixedHeight(fontMetrics().lineSpacing() * shownLines + margins + 2);
}

void PasteField::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        insertPlainText(source->text().left(longestPaste));
}

} // namespace poolscope::ui
