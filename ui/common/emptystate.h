#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace poolscope::ui {

// What stands where nothing is yet: says what would be here and what to do next.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &text);
    QPushButton *addAction(const QString &id, const QString &text, bool primary = false);
    using QWidget::addAction;

signals:
    void actionTriggered(const QString &id);

private:
    QVBoxLayout *m_layout;
    QLabel *m_title;
    QLabel *m_text;
};

} // namespace poolscope::ui
