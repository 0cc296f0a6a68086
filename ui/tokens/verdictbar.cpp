#include "ui/tokens/verdictbar.h"

#include "core/plaintooltip.h"
#include "tokens/relativetime.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/chip.h"
#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"
#include "ui/common/times.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

Tone toneOf(tokens::Check::Outcome outcome)
{
    switch (outcome) {
    case tokens::Check::Outcome::Passed:
        return Tone::Good;
    case tokens::Check::Outcome::Failed:
        return Tone::Bad;
    case tokens::Check::Outcome::NotChecked:
        return Tone::Neutral;
    case tokens::Check::Outcome::Noted:
        return Tone::Caution;
    }
    return Tone::Neutral;
}

QString iconOf(tokens::Check::Outcome outcome)
{
    switch (outcome) {
    case tokens::Check::Outcome::Passed:
        return QStringLiteral("dialog-ok");
    case tokens::Check::Outcome::Failed:
        return QStringLiteral("dialog-close");
    case tokens::Check::Outcome::NotChecked:
        return QStringLiteral("question");
    case tokens::Check::Outcome::Noted:
        return QStringLiteral("dialog-warning");
    }
    return {};
}

bool isShown(const tokens::Check &check)
{
    using Id = tokens::Check::Id;
    if (check.outcome == tokens::Check::Outcome::Failed || check.outcome == tokens::Check::Outcome::Noted)
        return true;
    if (check.id == Id::NotBefore)
        return check.outcome == tokens::Check::Outcome::Passed; // otherwise the token sets no beginning
    return check.id == Id::Signature || check.id == Id::Issuer || check.id == Id::Audience ||
           check.id == Id::TokenUse || check.id == Id::Expiry;
}

QDateTime dateTime(double seconds)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(seconds * 1000), Qt::UTC);
}

} // namespace

VerdictBar::VerdictBar(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_chips(new QWidget(this))
    , m_row(new FlowLayout(m_chips))
    , m_more(new LinkButton(tr("&Details"), this))
    , m_details(textLabel({}, this))
    , m_findings(new Callout(this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(8);
    auto *line = new QHBoxLayout;
    line->addWidget(m_chips, 1);
    line->addWidget(m_more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addLayout(line);
    column->addWidget(m_details);
    column->addWidget(m_findings);
    buildDetails();
}

void VerdictBar::buildDetails()
{
    m_more->setObjectName(QStringLiteral("verdictMore"));
    m_more->setAccessibleName(tr("What each check found"));
    m_more->setCheckable(true);
    m_more->setQuiet(true);
    m_more->hide();
    m_details->setObjectName(QStringLiteral("verdictDetails"));
    setReadableByKeyboard(m_details);
    m_details->hide();
    connect(m_more, &QPushButton::toggled, this, &VerdictBar::showDetails);
}

void VerdictBar::clear()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_expiry = nullptr;
    m_verdict.reset();
    m_expiresAt.reset();
    m_more->hide();
    m_details->hide();
    m_findings->clear();
}

Chip *VerdictBar::addChip(const tokens::Check &check)
{
    auto *chip = new Chip(check.title, toneOf(check.outcome), m_chips);
    chip->setObjectName(QStringLiteral("check.") + tokens::toString(check.id));
    chip->setIconName(iconOf(check.outcome));
    chip->setToolTip(plainToolTip(check.detail));
    chip->setAccessibleDescription(check.detail);
    m_row->addWidget(chip);
    return chip;
}

void VerdictBar::setVerdict(const tokens::Verdict &verdict, std::optional<double> expiresAt)
{
    if (m_verdict == verdict && m_expiresAt == expiresAt)
        return tick();
    const QPointer<QWidget> focused = isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    // What is shown in a visible bar has the whole window laid out again, each chip and each line by itself.
    hide();
    clear();
    addChips(verdict);
    m_verdict = verdict;
    m_expiresAt = expiresAt;
    m_more->show();
    showFindings();
    showDetails();
    tick();
    show();
    if (focused)
        focused->setFocus(Qt::OtherFocusReason);
}

void VerdictBar::addChips(const tokens::Verdict &verdict)
{
    using State = tokens::Verdict::State;
    const QString word = verdict.state == State::Valid     ? tr("Valid")
                         : verdict.state == State::Invalid ? tr("Not valid")
                                                           : tr("Not verified");
    const Tone tone = verdict.state == State::Valid     ? Tone::Good
                      : verdict.state == State::Invalid ? Tone::Bad
                                                        : Tone::Caution;
    auto *head = new Chip(word, tone, m_chips);
    head->setObjectName(QStringLiteral("verdict"));
    head->setAccessibleName(verdict.headline);
    head->setToolTip(plainToolTip(verdict.headline));
    m_row->addWidget(head);
    for (const tokens::Check &check : verdict.checks) {
        if (!isShown(check))
            continue;
        Chip *chip = addChip(check);
        if (check.id == tokens::Check::Id::Expiry)
            m_expiry = chip;
    }
}

void VerdictBar::showFindings()
{
    using Outcome = tokens::Check::Outcome;
    QStringList findings;
    for (const tokens::Check &check : std::as_const(m_verdict->checks)) {
        const bool tells = check.outcome == Outcome::Failed || check.outcome == Outcome::Noted;
        if (tells && check.detail != m_verdict->headline)
            findings.append(check.detail);
    }
    const bool valid = m_verdict->state == tokens::Verdict::State::Valid;
    if (valid && findings.isEmpty())
        return;
    const Tone tone = m_verdict->state == tokens::Verdict::State::Invalid ? Tone::Bad : Tone::Caution;
    m_findings->setContent({.tone = tone, .title = m_verdict->headline, .body = findings.join(u'\n')});
}

void VerdictBar::showDetails()
{
    m_details->setVisible(m_verdict && m_more->isChecked());
    if (!m_verdict || !m_more->isChecked())
        return;
    QStringList lines;
    for (const tokens::Check &check : std::as_const(m_verdict->checks)) {
        QString found = check.detail;
        if (check.id == tokens::Check::Id::Expiry && m_expiresAt)
            found = QStringLiteral("%1 · %2").arg(expiryText(), utcTooltip(dateTime(*m_expiresAt)));
        lines += QStringLiteral("%1: %2").arg(check.title, found);
    }
    const QString text = lines.join(u'\n');
    if (text != m_details->text()) // what is selected in it stays
        m_details->setText(text);
}

QString VerdictBar::expiryText() const
{
    const QDateTime expiry = dateTime(*m_expiresAt);
    const QString when = tokens::relativeTime(expiry, m_clock.now());
    return expiry > m_clock.now() ? tr("expires %1").arg(when) : tr("expired %1").arg(when);
}

void VerdictBar::tick()
{
    if (!m_expiry || !m_expiresAt)
        return;
    const QString utc = utcTooltip(dateTime(*m_expiresAt));
    m_expiry->setText(expiryText());
    m_expiry->setToolTip(utc);
    m_expiry->setAccessibleDescription(utc);
    showDetails();
}

} // namespace poolscope::ui
