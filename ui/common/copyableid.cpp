#include "ui/common/copyableid.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>

namespace poolscope::ui {

CopyableId::CopyableId(const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_label(new ElidedLabel({}, Qt::ElideMiddle, this))
    , m_button(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_label->setFont(monospaceFont(font()));
    m_button->setObjectName(QStringLiteral("copyId"));
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setIcon(icon(QStringLiteral("edit-copy"), ColorRole::Muted));
    m_button->setAccessibleName(tr("Copy %1").arg(what));
    m_button->setToolTip(m_button->accessibleName());
    connect(m_button, &QToolButton::clicked, this, [this] {
        if (m_secrets)
            m_secrets->copy(m_text);
        else
            copyText(m_text);
        emit copied();
    });
    layout->addWidget(m_label);
    layout->addWidget(m_button);
    layout->addStretch();
    setFocusProxy(m_button);
}

void CopyableId::setText(const QString &text)
{
    m_text = text;
    m_label->setText(text);
    m_button->setVisible(!text.isEmpty());
}

QString shortId(const QString &id)
{
    if (id.size() <= 9)
        return id;
    return id.left(4) + u'…' + id.right(2);
}

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace poolscope::ui
