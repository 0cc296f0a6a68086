#include "ui/common/passwordfield.h"

#include "ui/common/icons.h"
#include "ui/common/secretclipboard.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace poolscope::ui {

namespace {

// As Qt calls it, in the language of the window.
QAction *actionCalled(const QMenu *menu, const char *text)
{
    const QString name = QCoreApplication::translate("QLineEdit", text);
    const QList<QAction *> actions = menu->actions();
    const auto found = std::find_if(actions.cbegin(), actions.cend(), [&name](const QAction *action) {
        return action->text().section(u'\t', 0, 0) == name;
    });
    return found == actions.cend() ? nullptr : *found;
}

} // namespace

PasswordField::PasswordField(QWidget *parent)
    : QLineEdit(parent)
    , m_toggle(new QToolButton(this))
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_toggle->setObjectName(QStringLiteral("passwordReveal"));
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setCursor(Qt::ArrowCursor);
    m_toggle->setFocusPolicy(Qt::TabFocus);
    connect(m_toggle, &QToolButton::toggled, this, &PasswordField::setRevealed);
    m_shown.setSingleShot(true);
    m_shown.setInterval(shownFor);
    connect(&m_shown, &QTimer::timeout, this, [this] { setRevealed(false); });
    setRevealed(false);
}

void PasswordField::setRevealed(bool revealed)
{
    setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    m_toggle->setChecked(revealed);
    m_toggle->setIcon(icon(revealed ? QStringLiteral("password-show-on") : QStringLiteral("password-show-off")));
    const QString name = revealed ? tr("Hide password") : tr("Show password");
    m_toggle->setAccessibleName(name);
    m_toggle->setToolTip(name);
    if (revealed)
        m_shown.start();
    else
        m_shown.stop();
}

void PasswordField::copySecret()
{
    if (m_clipboard && isRevealed() && hasSelectedText())
        m_clipboard->copy(selectedText());
}

void PasswordField::cutSecret()
{
    if (!m_clipboard || !isRevealed() || isReadOnly())
        return;
    copySecret();
    del();
}

// Qt's own keys for it would leave it in the clipboard for good; those that delete to the end of the line copy as well.
void PasswordField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySecret();
    } else if (event->matches(QKeySequence::Cut)) {
        cutSecret();
    } else if (event->matches(QKeySequence::DeleteEndOfLine) && !isReadOnly()) {
        setSelection(cursorPosition(), int(text().size()) - cursorPosition());
        del();
    } else if (event->matches(QKeySequence::DeleteCompleteLine) && !isReadOnly()) {
        selectAll();
        del();
    } else {
        QLineEdit::keyPressEvent(event);
        return;
    }
    event->accept();
}

// X11's second clipboard gets what is marked when the button is let go.
void PasswordField::mouseReleaseEvent(QMouseEvent *event)
{
    const bool marked = event->button() == Qt::LeftButton && hasSelectedText();
    const int start = selectionStart();
    const int length = selectionLength();
    const bool backwards = marked && cursorPosition() == start;
    if (marked)
        deselect();
    QLineEdit::mouseReleaseEvent(event);
    if (marked && backwards)
        setSelection(start + length, -length);
    else if (marked)
        setSelection(start, length);
}

void PasswordField::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    using Run = void (PasswordField::*)();
    for (const auto &[text, run] : {std::pair<const char *, Run>("Cu&t", &PasswordField::cutSecret),
                                    std::pair<const char *, Run>("&Copy", &PasswordField::copySecret)}) {
        if (QAction *action = actionCalled(menu, text)) {
            disconnect(action, &QAction::triggered, nullptr, nullptr);
            connect(action, &QAction::triggered, this, run);
            action->setEnabled(action->isEnabled() && m_clipboard);
        }
    }
    menu->popup(event->globalPos());
}

void PasswordField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int side = height() - 6;
    m_toggle->setGeometry(width() - side - 3, 3, side, side);
    setTextMargins(0, 0, side, 0);
}

} // namespace poolscope::ui
