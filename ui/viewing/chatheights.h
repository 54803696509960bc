// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <utility>
#include <vector>

namespace arb::ui {

/// Heights of rows, in pixels, most of them guessed: sums and places are found and heights corrected in logarithmic time
/// (a Fenwick tree). Four and eight bytes a row.
class ChatHeights
{
public:
    void assign(std::vector<int> heights)
    {
        m_heights = std::move(heights);
        m_sums.assign(m_heights.size() + 1, 0);
        for (std::size_t n = 1; n < m_sums.size(); ++n) {
            m_sums[n] += m_heights[n - 1];
            if (const std::size_t parent = n + (n & (~n + 1)); parent < m_sums.size())
                m_sums[parent] += m_sums[n];
        }
    }
    int count() const { return static_cast<int>(m_heights.size()); }
    int height(int row) const { return m_heights[static_cast<std::size_t>(row)]; }
    void set(int row, int height)
    {
        const qint64 by = height - this->height(row);
        m_heights[static_cast<std::size_t>(row)] = height;
        for (std::size_t n = static_cast<std::size_t>(row) + 1; by != 0 && n < m_sums.size(); n += n & (~n + 1))
            m_sums[n] += by;
    }
    /// Of all rows before @p row.
    qint64 top(int row) const
    {
        qint64 sum = 0;
        for (auto n = static_cast<std::size_t>(row); n > 0; n -= n & (~n + 1))
            sum += m_sums[n];
        return sum;
    }
    qint64 total() const { return top(count()); }
    /// The row that @p y is in; the last one below the end. -1 without rows.
    int rowAt(qint64 y) const
    {
        std::size_t step = 1, row = 0;
        while (step * 2 < m_sums.size())
            step *= 2;
        for (; step > 0; step /= 2) {
            if (row + step < m_sums.size() && m_sums[row + step] <= y) {
                row += step;
                y -= m_sums[row];
            }
        }
        return static_cast<int>(row) < count() ? static_cast<int>(row) : count() - 1;
    }

private:
    std::vector<int> m_heights;
    std::vector<qint64> m_sums;
};

} // namespace arb::ui
