#include "ui/tokens/tokenbytesview.h"

#include "ui/common/buttons.h"
#include "ui/common/copyableid.h"
#include "ui/common/monotextview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

QList<MonoTextView::Span> partSpans(const tokens::Jwt &jwt)
{
    QList<MonoTextView::Span> spans;
    const auto add = [&spans](const tokens::ByteRange &range, ColorRole role) {
        if (range.length > 0)
            spans.append({range.begin, range.begin + range.length, role});
    };
    add(jwt.headerRange, ColorRole::TokenHeader);
    add(jwt.payloadRange, ColorRole::TokenPayload);
    add(jwt.signatureRange, ColorRole::TokenSignature);
    return spans;
}

} // namespace

TokenBytesView::TokenBytesView(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_copy(new LinkButton(tr("Copy the token"), this))
    , m_view(new MonoTextView(this))
{
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_copy->setObjectName(QStringLiteral("copyToken"));
    m_copy->setQuiet(true);
    m_view->setObjectName(QStringLiteral("tokenBytes"));
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
    connect(m_copy, &QPushButton::clicked, this, [this] { copyText(QString::fromLatin1(m_text)); });
}

void TokenBytesView::setToken(const tokens::Jwt &jwt)
{
    m_text = jwt.text;
    m_summary->setText(tr("Token · %1 bytes").arg(locale().toString(m_text.size())));
    m_copy->setVisible(!m_text.isEmpty());
    // Bytes, not characters, are what the ranges count; Latin-1 keeps the two the same whatever was pasted.
    m_view->setText(QString::fromLatin1(m_text), partSpans(jwt));
}

} // namespace poolscope::ui
