#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QPushButton;

namespace poolscope::ui {

// A few buttons in a row of which one is down: which of several views of the same thing is shown.
class Segments final : public QWidget
{
    Q_OBJECT

public:
    explicit Segments(QWidget *parent = nullptr);

    QPushButton *add(const QString &id, const QString &text);
    QString current() const;
    void setCurrent(const QString &id); // emits chosen() only when it changes
    void focusCurrent();
    void setVisible(const QString &id, bool visible);
    using QWidget::setVisible;

signals:
    void chosen(const QString &id);

private:
    QPushButton *button(const QString &id) const;

    QHBoxLayout *m_row;
    QButtonGroup *m_group;
};

} // namespace poolscope::ui
