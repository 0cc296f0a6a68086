#pragma once

#include "tokens/claimsmodel.h"
#include "ui/tokens/tokenreader.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTreeView;

namespace poolscope::ui {

class MonoTextView;
class Segments;

// Header and payload of a token, as claims with their meanings or as JSON.
class ClaimsView final : public QWidget
{
    Q_OBJECT

public:
    explicit ClaimsView(const Clock &clock, QWidget *parent = nullptr);

    void setReading(const TokenReading &reading);
    void tick();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildTree();
    void sizeColumns();
    void show();
    void showDetail();
    void copyCell() const;
    void contextMenu(const QPoint &position);

    TokenReading m_reading;
    tokens::ClaimsModel m_model;
    Segments *m_part;
    Segments *m_form;
    QStackedWidget *m_stack;
    QTreeView *m_tree = nullptr;
    MonoTextView *m_json;
    QLabel *m_detail; // the chosen claim in full: columns are narrow, meanings are sentences
};

} // namespace poolscope::ui
