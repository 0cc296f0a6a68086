#pragma once

#include <QLayout>
#include <QRect>

#include <memory>
#include <vector>

namespace poolscope::ui {

// From left to right, and on to the next line where the width ends: for buttons in a narrow window. Hidden widgets take no
// room. At least as wide as the widest of its items.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override; // all in one line
    void setGeometry(const QRect &area) override;

private:
    struct Place
    {
        QLayoutItem *item;
        QRect area;
    };
    std::vector<Place> places(int width) const; // from (0, 0), without the margins

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace poolscope::ui
