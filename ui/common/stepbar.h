#pragma once

#include <QStringList>
#include <QWidget>

namespace poolscope::ui {

// "1 Account › 2 Confirm › 3 Signed in" in one line; says where one is, is not operated.
class StepBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StepBar(const QStringList &steps, QWidget *parent = nullptr);

    int current() const { return m_current; }
    void setCurrent(int step); // from 0
    void setSteps(const QStringList &steps);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void announce();

    QStringList m_steps;
    int m_current = 0;
};

} // namespace poolscope::ui
