#include "ui/common/passwordfield.h"

#include "ui/common/icons.h"

#include <QResizeEvent>
#include <QToolButton>

namespace poolscope::ui {

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

void PasswordField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int side = height() - 6;
    m_toggle->setGeometry(width() - side - 3, 3, side, side);
    setTextMargins(0, 0, side, 0);
}

} // namespace poolscope::ui
