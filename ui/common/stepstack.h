#pragma once

#include <QList>
#include <QWidget>

namespace poolscope::ui {

// Several widgets of which one is shown, and only as high as that one is: a QStackedWidget takes the height of the tallest.
class StepStack final : public QWidget
{
    Q_OBJECT

public:
    explicit StepStack(QWidget *parent = nullptr);

    void add(QWidget *step); // the first one is shown
    QWidget *current() const { return m_current; }
    void setCurrent(QWidget *step);

private:
    QList<QWidget *> m_steps;
    QWidget *m_current = nullptr;
};

} // namespace poolscope::ui
