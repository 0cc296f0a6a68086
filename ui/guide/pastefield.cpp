#include "ui/guide/pastefield.h"

#include <QMimeData>
#include <QTextCursor>

namespace poolscope::ui {

namespace {

constexpr qsizetype longestText = 64 * 1024; // all that was pasted together
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
    if (!source->hasText())
        return;
    const QTextCursor cursor = textCursor();
    const int length = document()->characterCount() - 1 - (cursor.selectionEnd() - cursor.selectionStart());
    insertPlainText(source->text().left(qMax(qsizetype(0), longestText - length)));
}

} // namespace poolscope::ui
