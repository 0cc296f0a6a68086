#pragma once

#include "ui/common/colors.h"

#include "core/error.h"

#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace poolscope::ui {

class LinkButton;

// Something to know, beside what caused it: what happened, why, what to do; below, muted, the service's own words and the
// request id with "Copy" and the way to the error guide. Hidden while empty.
class Callout final : public QFrame
{
    Q_OBJECT

public:
    struct Action
    {
        QString id;   // handed back by actionTriggered
        QString text; // a verb
        bool enabled = true;
    };

    struct Content
    {
        Tone tone = Tone::Bad;
        QString title;        // what happened, one sentence
        QString body;         // why in this pool
        QString whatToDo;     // the way on
        QString serviceWords; // the service's name for it and its own sentence
        QString requestId;
        QString guideId; // the entry of the error guide that this is; empty: none
        QList<Action> actions;
        bool canBeClosed = false; // by the user: for what is only to be known

        // An error nobody has explained yet, in plain words for its kind.
        static Content fromError(const Error &error);
        // All of it as lines of text, as "Copy" gives it.
        QString plainText() const;
        bool isEmpty() const { return title.isEmpty() && body.isEmpty(); }
    };

    explicit Callout(QWidget *parent = nullptr);

    const Content &content() const { return m_content; }
    void setContent(const Content &content); // shows it; an empty one hides it
    void clear();
    // Where it is the answer itself, and not beside a field: Tab stops at the title, so that it is read out.
    void setReadableByKeyboard();
    void focusTitle();
    void focusAction(); // the first one; the title where there is none
    QSize sizeHint() const override;

signals:
    void actionTriggered(const QString &id);
    void closed(); // by the user; it is empty by then

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLabels();
    QHBoxLayout *buildHead();
    void buildButtons();
    void showActions();

    Content m_content;
    QLabel *m_title = nullptr;
    QLabel *m_body = nullptr;
    QLabel *m_whatToDo = nullptr;
    QLabel *m_service = nullptr;
    QToolButton *m_close = nullptr;
    LinkButton *m_guide = nullptr;
    LinkButton *m_copy = nullptr;
    QWidget *m_actions = nullptr;
    QWidget *m_foot = nullptr;
    QBoxLayout *m_footLine = nullptr; // the links stand below the words where it is narrow
};

} // namespace poolscope::ui
