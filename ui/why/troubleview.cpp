#include "ui/why/troubleview.h"

#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/copyableid.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/labels.h"
#include "ui/why/repairtexts.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

constexpr qsizetype longestWord = 26;

Tone toneOf(diagnosis::Finding::Weight weight)
{
    switch (weight) {
    case diagnosis::Finding::Weight::Blocks:
        return Tone::Bad;
    case diagnosis::Finding::Weight::Hinders:
        return Tone::Caution;
    case diagnosis::Finding::Weight::Unsure:
        return Tone::Neutral;
    case diagnosis::Finding::Weight::Clear:
        break;
    }
    return Tone::Good;
}

// What has no place to break in would make the page wider than its window.
QWidget *valueWidget(const diagnosis::Evidence &one, QWidget *parent)
{
    const QStringList words = one.value.split(u' ');
    if (std::all_of(words.cbegin(), words.cend(), [](const QString &word) { return word.size() <= longestWord; }))
        return textLabel(one.value, parent);
    if (words.size() > 1)
        return new ElidedLabel(one.value, Qt::ElideMiddle, parent);
    auto *id = new CopyableId(one.what, parent);
    id->setText(one.value);
    return id;
}

} // namespace

TroubleView::TroubleView(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
}

void TroubleView::clear()
{
    delete m_content;
    m_content = nullptr;
}

void TroubleView::setTrouble(const diagnosis::SignInTrouble &trouble, bool readOnly)
{
    const std::optional<Place> place = focused();
    clear();
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins({});
    column->setSpacing(12);
    for (const diagnosis::Finding &finding : trouble.findings)
        addFinding(finding, readOnly);
    addEvidence(trouble.evidence);
    addNotSeen(trouble.notSeen);
    m_layout->addWidget(m_content);
    m_content->show(); // at once: it may get the focus
    if (place)
        restore(*place);
}

void TroubleView::focusFirst()
{
    if (auto *callout = m_content ? m_content->findChild<Callout *>() : nullptr)
        callout->focusTitle();
}

std::optional<TroubleView::Place> TroubleView::focused() const
{
    const QWidget *focus = window()->focusWidget();
    if (!m_content || !focus || !m_content->isAncestorOf(focus))
        return {};
    const QWidget *finding = focus;
    while (finding->parentWidget() != m_content)
        finding = finding->parentWidget();
    return Place{finding->objectName(), focus->objectName()};
}

// What is judged anew is made anew: whoever stood at a finding's button stands there again, if there still is one.
void TroubleView::restore(const Place &place)
{
    const auto *finding = m_content->findChild<Callout *>(place.finding);
    auto *part = finding ? finding->findChild<QWidget *>(place.part) : nullptr;
    if (part && part->isEnabled())
        part->setFocus();
    else
        focusFirst();
}

void TroubleView::addFinding(const diagnosis::Finding &finding, bool readOnly)
{
    auto *callout = new Callout(m_content);
    callout->setObjectName(QStringLiteral("why.finding.") + finding.cause);
    Callout::Content content;
    content.tone = toneOf(finding.weight);
    content.title = finding.sentence;
    content.body = finding.why;
    content.whatToDo = finding.todo;
    for (const diagnosis::Remedy &remedy : finding.remedies)
        content.actions.append({actionOf(remedy.repair), remedy.verb, !readOnly});
    if (readOnly && !content.actions.isEmpty())
        content.serviceWords = tr("This connection is read-only: hand these steps to an administrator.");
    if (!finding.signInName.isEmpty()) // changes nothing
        content.actions.append({QStringLiteral("signInAs"), tr("Sign in with that name")});
    if (finding.sandboxEnds)
        content.actions.append({QStringLiteral("endLockOut"), tr("End the lock-out"), !readOnly});
    callout->setContent(content);
    callout->setReadableByKeyboard();
    connect(callout, &Callout::actionTriggered, this, [this, finding](const QString &action) {
        if (action == u"signInAs")
            emit signInChosen(finding.signInName);
        else if (action == u"endLockOut")
            emit lockOutEndChosen();
        for (const diagnosis::Remedy &remedy : finding.remedies) {
            if (actionOf(remedy.repair) == action) {
                emit remedyChosen(remedy);
                return;
            }
        }
    });
    m_content->layout()->addWidget(callout);
}

QVBoxLayout *TroubleView::addCard(const QString &title)
{
    auto *card = new Card(m_content);
    card->setDense(true);
    card->contentLayout()->addWidget(headingLabel(title, card));
    m_content->layout()->addWidget(card);
    return card->contentLayout();
}

void TroubleView::addEvidence(const QList<diagnosis::Evidence> &evidence)
{
    // A status such as FORCE_CHANGE_PASSWORD cannot be broken: where a name and its value do not fit, the value goes below.
    auto *rows = new QFormLayout;
    rows->setHorizontalSpacing(16);
    rows->setVerticalSpacing(4);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows->setLabelAlignment(Qt::AlignLeft);
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addCard(tr("What was looked at"))->addLayout(rows);
    for (const diagnosis::Evidence &one : evidence) {
        QLabel *name = mutedLabel(one.what, m_content);
        name->setWordWrap(false);
        QWidget *value = valueWidget(one, m_content);
        value->setAccessibleName(QStringLiteral("%1: %2").arg(one.what, one.value));
        if (one.bearing == diagnosis::Evidence::Bearing::Against)
            value->setFont(boldFont(value->font()));
        rows->addRow(name, value);
    }
}

void TroubleView::addNotSeen(const QStringList &sentences)
{
    if (sentences.isEmpty())
        return;
    QVBoxLayout *column = addCard(tr("What cannot be seen from here"));
    for (const QString &sentence : sentences)
        column->addWidget(mutedLabel(sentence, m_content));
}

} // namespace poolscope::ui
