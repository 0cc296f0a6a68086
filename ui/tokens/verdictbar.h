#pragma once

#include "core/clock.h"
#include "tokens/verifier.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace poolscope::ui {

class Callout;
class Chip;

// The verdict in one line, each check as a chip; below it, in words, whatever failed.
class VerdictBar final : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictBar(const Clock &clock, QWidget *parent = nullptr);

    void setVerdict(const tokens::Verdict &verdict, std::optional<double> expiresAt);
    void clear();
    void tick(); // counts the expiry on

private:
    Chip *addChip(const tokens::Check &check);

    const Clock &m_clock;
    QWidget *m_chips;
    QHBoxLayout *m_row;
    Chip *m_expiry = nullptr;
    Callout *m_findings;
    std::optional<tokens::Verdict> m_verdict;
    std::optional<double> m_expiresAt;
};

} // namespace poolscope::ui
