#pragma once

#include <QPushButton>

namespace poolscope::ui {

// The one filled button of a page (and one in the mailbox). Enter in the page's fields presses it where the page
// makes it the default or connects returnPressed.
class PrimaryButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit PrimaryButton(const QString &text, QWidget *parent = nullptr);

    // Filled in the colour of what cannot be undone.
    bool isDestructive() const { return m_destructive; }
    void setDestructive(bool destructive);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_destructive = false;
};

// A button that looks like a link: the lesser ways on. A real button for keyboard and screen readers.
class LinkButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    void setQuiet(bool quiet); // without the blanks around it, to stand in a line of text
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int m_padding = 12;
};

} // namespace poolscope::ui
