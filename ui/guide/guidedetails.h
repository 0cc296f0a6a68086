#pragma once

#include "diagnosis/guide.h"

#include <QWidget>

class QLabel;

namespace poolscope::ui {

class Chip;

// One entry of the error guide: what happened, why, what to do, and the service's own names for it.
class GuideDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit GuideDetails(QWidget *parent = nullptr);

    void setEntry(const diagnosis::GuideEntry &entry);
    void clear();
    QString plainText() const; // all of it, as it is read out

private:
    QLabel *m_what;
    QLabel *m_why;
    QLabel *m_todo;
    QLabel *m_names;
    Chip *m_possible;
};

} // namespace poolscope::ui
