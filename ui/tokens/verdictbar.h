#pragma once

#include "core/clock.h"
#include "tokens/verifier.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace poolscope::ui {

class Callout;
class Chip;
class FlowLayout;
class LinkButton;

// The verdict in one line, each check as a chip; below it, in words, whatever failed, and when asked for every check.
class VerdictBar final : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictBar(const Clock &clock, QWidget *parent = nullptr);

    void setVerdict(const tokens::Verdict &verdict, std::optional<double> expiresAt);
    void clear();
    void tick(); // counts the expiry on

private:
    void buildDetails();
    Chip *addChip(const tokens::Check &check);
    void addChips(const tokens::Verdict &verdict);
    void showFindings();
    void showDetails();
    QString expiryText() const;

    const Clock &m_clock;
    QWidget *m_chips;
    FlowLayout *m_row;
    Chip *m_expiry = nullptr;
    LinkButton *m_more;
    QLabel *m_details; // each check's sentence: tooltips are for the mouse only
    Callout *m_findings;
    std::optional<tokens::Verdict> m_verdict;
    std::optional<double> m_expiresAt;
};

} // namespace poolscope::ui
