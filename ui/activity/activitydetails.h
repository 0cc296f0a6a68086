#pragma once

#include "json/value.h"

#include <QWidget>

namespace poolscope::transport {
struct ActivityEntry;
}

namespace poolscope::ui {

class CopyableId;
class ElidedLabel;
class MonoTextView;

// One request and its answer as JSON. The text is made when it is shown, and only its first part where it is long.
class ActivityDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityDetails(QWidget *parent = nullptr);

    void setEntry(const transport::ActivityEntry *entry); // null: nothing chosen
    bool isShowingResponse() const { return m_showsResponse; }

private:
    QWidget *buildSwitch();
    void showBody(bool response);
    void refresh();

    ElidedLabel *m_title;
    ElidedLabel *m_facts;
    CopyableId *m_requestId;
    MonoTextView *m_text;
    json::Value m_request;
    json::Value m_response;
    bool m_hasEntry = false;
    bool m_dropped = false;
    bool m_pending = false;
    bool m_showsResponse = false;
};

// Indented JSON, cut after `limit` characters with a line that says so.
QString shownJson(const json::Value &value, qsizetype limit);

} // namespace poolscope::ui
