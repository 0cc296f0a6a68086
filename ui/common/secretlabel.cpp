#include "ui/common/secretlabel.h"

#include "ui/common/secretclipboard.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

namespace poolscope::ui {

namespace {

// X11's second clipboard gets whatever is marked. Nobody can have read it yet: other programs are answered by the event
// loop.
void clearMarkedText()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->supportsSelection() && clipboard->ownsSelection())
        clipboard->clear(QClipboard::Selection);
}

} // namespace

SecretLabel::SecretLabel(SecretClipboard &clipboard, QWidget *parent)
    : QLabel(parent)
    , m_clipboard(clipboard)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
}

bool SecretLabel::event(QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool taken = QLabel::event(event);
    if (type == QEvent::MouseButtonRelease || type == QEvent::MouseButtonDblClick || type == QEvent::KeyPress)
        clearMarkedText();
    return taken;
}

// Qt's own key for it would leave the text in the clipboard for good.
void SecretLabel::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy))
        return QLabel::keyPressEvent(event);
    copySecret();
    event->accept();
}

void SecretLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("&Copy"), this, &SecretLabel::copySecret);
    copy->setEnabled(hasSelectedText());
    // A key event, because a label does not tell how long its text is where that is markup.
    menu->addAction(tr("Select &all"), this, [this] {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::ControlModifier);
        QCoreApplication::sendEvent(this, &key);
    });
    event->accept();
    menu->popup(event->globalPos());
}

void SecretLabel::copySecret()
{
    QString text = selectedText();
    text.replace(QChar::LineSeparator, u'\n').replace(QChar::ParagraphSeparator, u'\n'); // as markup has them
    m_clipboard.copy(text);
}

} // namespace poolscope::ui
