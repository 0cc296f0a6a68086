#include "ui/tokens/tokenbytesview.h"

#include "ui/common/buttons.h"
#include "ui/common/monotextview.h"
#include "ui/common/secretclipboard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

// The ranges count bytes, the view characters; they differ only in what is no token.
QList<MonoTextView::Span> partSpans(const tokens::Jwt &jwt, bool ofBytes)
{
    QList<MonoTextView::Span> spans;
    const auto place = [&](qsizetype bytes) {
        return ofBytes ? bytes : QString::fromUtf8(QByteArrayView(jwt.text).first(bytes)).size();
    };
    const auto add = [&](const tokens::ByteRange &range, ColorRole role) {
        if (range.length > 0)
            spans.append({place(range.begin), place(range.begin + range.length), role});
    };
    add(jwt.headerRange, ColorRole::TokenHeader);
    add(jwt.payloadRange, ColorRole::TokenPayload);
    add(jwt.signatureRange, ColorRole::TokenSignature);
    return spans;
}

} // namespace

TokenBytesView::TokenBytesView(SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_copy(new LinkButton(tr("Copy the token"), this))
    , m_view(new MonoTextView(this))
{
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_copy->setObjectName(QStringLiteral("copyToken"));
    m_copy->setQuiet(true);
    m_view->setObjectName(QStringLiteral("tokenBytes"));
    m_view->setSecretClipboard(&clipboard);
    m_view->setAccessibleName(tr("The token's own characters"));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 12, 12, 4);
    head->addWidget(m_summary);
    head->addStretch(1);
    head->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 8);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    connect(m_copy, &QPushButton::clicked, this, [this, &clipboard] { clipboard.copy(m_text); });
}

void TokenBytesView::setToken(const tokens::Jwt &jwt)
{
    m_text = QString::fromUtf8(jwt.text);
    m_summary->setText(tr("Token · %1 bytes").arg(locale().toString(jwt.text.size())));
    m_copy->setVisible(!m_text.isEmpty());
    m_view->setText(m_text, partSpans(jwt, m_text.size() == jwt.text.size()));
}

} // namespace poolscope::ui
