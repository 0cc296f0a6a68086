#pragma once

#include <QPushButton>

namespace poolscope::ui {

// One line of a navigation list: icon, words, and at the right its shortcut or a count.
class NavigationButton final : public QPushButton
{
    Q_OBJECT

public:
    NavigationButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);

    void setShortcutHint(const QString &text);
    void setCount(int count); // shown instead of the hint while above 0
    int count() const { return m_count; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int paintRight(QPainter &painter, const QRect &area, bool on) const; // the left edge of what it painted

    QString m_iconName;
    QString m_hint;
    int m_count = 0;
};

} // namespace poolscope::ui
