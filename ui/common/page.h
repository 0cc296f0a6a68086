#pragma once

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QScrollArea;

namespace poolscope::ui {

// The frame of every page: its name in one line with what belongs to it (a step bar, a search field) and, at the
// right or, where the page is too narrow, in a line below, its lesser ways; then the body. 24 px margins.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void addHeaderWidget(QWidget *widget); // after the title
    void addHeaderAction(QWidget *widget); // right-aligned
    // A body that scrolls when the window is small (forms), or one that fills the page (tables).
    void setScrollingBody(QWidget *body, int maximumWidth = 640);
    void setFillingBody(QWidget *body);
    void setFillingScrollBody(QWidget *body); // fills the page while it fits, and scrolls where it does not

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitHeader();
    void placeScrolling(QWidget *holder);
    void placeBody(QWidget *widget);

    QLabel *m_title;
    QBoxLayout *m_top;
    QHBoxLayout *m_header;
    QHBoxLayout *m_actions;
    QWidget *m_body = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace poolscope::ui
