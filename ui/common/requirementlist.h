#pragma once

#include <QWidget>

class QLabel;

namespace poolscope::ui {

struct Requirement
{
    enum class State { Unmet, Met, Unknown };
    QString text; // "at least 8 characters"
    State state = State::Unknown;
};

// Rules and whether they are met, said by icon and by word (in the accessible name), not by colour alone.
class RequirementList final : public QWidget
{
    Q_OBJECT

public:
    explicit RequirementList(QWidget *parent = nullptr);
    void setRequirements(const QList<Requirement> &requirements);
    const QList<Requirement> &requirements() const { return m_requirements; }
    bool allMet() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateRow(int row);

    QList<Requirement> m_requirements;
    QList<QLabel *> m_rows;
};

} // namespace poolscope::ui
