#include "ui/activity/activitydetails.h"

#include "core/letgo.h"
#include "core/showntime.h"
#include "transport/activitylog.h"
#include "ui/common/copyableid.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/monotextview.h"
#include "ui/common/times.h"
#include "json/writer.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace poolscope::ui {

namespace {

constexpr qsizetype shownCharacters = 200'000;

} // namespace

QString shownJson(const json::Value &value, qsizetype limit)
{
    QString text;
    // A character has one byte mostly, three at most, or four for two.
    for (const qsizetype bytes : {limit + 1, 3 * limit + 3}) {
        const QByteArray start = json::writeStart(value, json::Layout::Indented, bytes);
        text = QString::fromUtf8(start);
        if (text.size() > limit)
            break;
        if (start.size() < bytes)
            return text;
    }
    text.truncate(limit);
    return text + u'\n' + QCoreApplication::translate("ActivityDetails", "… cut: the rest is not shown.");
}

ActivityDetails::ActivityDetails(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel({}, Qt::ElideRight, this))
    , m_facts(new ElidedLabel({}, Qt::ElideRight, this))
    , m_requestId(new CopyableId(tr("request id"), this))
    , m_text(new MonoTextView(this))
{
    m_title->setFont(boldFont(font()));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->addWidget(m_title, 1);
    head->addWidget(buildSwitch());
    layout->addLayout(head);
    auto *facts = new QVBoxLayout;
    facts->setContentsMargins(12, 0, 12, 4);
    facts->setSpacing(0);
    facts->addWidget(m_facts);
    facts->addWidget(m_requestId);
    layout->addLayout(facts);
    m_text->setObjectName(QStringLiteral("activityJson"));
    m_text->setAccessibleName(tr("JSON of the request or response"));
    layout->addWidget(m_text, 1);
    setEntry(nullptr);
}

QWidget *ActivityDetails::buildSwitch()
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *group = new QButtonGroup(this);
    for (const bool response : {false, true}) {
        auto *button = new QPushButton(response ? tr("Response") : tr("Request"), holder);
        button->setObjectName(response ? QStringLiteral("activityResponse") : QStringLiteral("activityRequest"));
        button->setCheckable(true);
        button->setChecked(!response);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, response] { showBody(response); });
        group->addButton(button);
        row->addWidget(button);
    }
    holder->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return holder;
}

void ActivityDetails::setEntry(const transport::ActivityEntry *entry)
{
    m_hasEntry = entry != nullptr;
    letGo(std::pair(std::exchange(m_request, entry ? entry->request : json::Value()),
                    std::exchange(m_response, entry ? entry->response : json::Value())));
    m_dropped = entry && entry->bodiesDropped;
    m_pending = entry && entry->pending();
    m_title->setText(entry ? entry->operation : QString());
    m_requestId->setText(entry ? entry->requestId : QString());
    QString facts;
    if (entry) {
        facts = shownTime(entry->startedAt) + QStringLiteral(" · ") + entry->endpointHost;
        if (!entry->errorMessage.isEmpty())
            facts += QStringLiteral(" · ") + entry->errorMessage;
        if (!entry->fault.isEmpty())
            facts += QStringLiteral(" · ") + tr("fault on demand: %1").arg(entry->fault);
        m_facts->setToolTip(utcTooltip(entry->startedAt));
    }
    m_facts->setText(facts);
    refresh();
}

void ActivityDetails::showBody(bool response)
{
    m_showsResponse = response;
    refresh();
}

void ActivityDetails::refresh()
{
    const json::Value &body = m_showsResponse ? m_response : m_request;
    if (!m_hasEntry)
        return m_text->setText({});
    if (m_dropped)
        return m_text->setText(tr("Let go to keep memory small."));
    if (m_showsResponse && m_pending)
        return m_text->setText(tr("No answer yet."));
    if (body.isNull())
        return m_text->setText(tr("No JSON."));
    const QString text = shownJson(body, shownCharacters);
    if (text != m_text->text()) // the same text stays where it was scrolled and selected
        m_text->setText(text, jsonSpans(text));
}

} // namespace poolscope::ui
